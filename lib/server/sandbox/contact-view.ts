import 'server-only';
import { contactName } from './conversation-view';
import type { ContactRecord } from './records';

/** By id there is no `name`: first and last name only, and dnd is absent when never set (CONTRACT 4). */
export function contactById(contact: ContactRecord): Record<string, unknown> {
  return {
    id: contact.id,
    dateAdded: new Date(contact.dateAdded).toISOString(),
    dateUpdated: new Date(contact.dateUpdated).toISOString(),
    type: 'lead',
    locationId: contact.locationId,
    firstName: contact.firstName,
    firstNameLowerCase: contact.firstName?.toLowerCase(),
    lastName: contact.lastName,
    lastNameLowerCase: contact.lastName?.toLowerCase(),
    fullNameLowerCase: contactName(contact)?.toLowerCase(),
    email: contact.email,
    emailLowerCase: contact.email?.toLowerCase(),
    phone: contact.phone,
    companyName: contact.companyName,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    postalCode: contact.postalCode,
    country: contact.country,
    website: contact.website,
    timezone: contact.timezone,
    dateOfBirth: contact.dateOfBirth,
    profilePhoto: contact.profilePhoto,
    source: contact.source,
    tags: contact.tags,
    customFields: contact.customFields,
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    additionalPhones: contact.additionalPhones.map((phone) => ({ phone })),
    createdBy: {
      source: 'INTEGRATION',
      channel: 'OAUTH',
      sourceId: contact.locationId,
      timestamp: new Date(contact.dateAdded).toISOString(),
    },
    assignedTo: contact.assignedTo,
    followers: contact.followers.length > 0 ? contact.followers : undefined,
    dnd: contact.dnd,
    dndSettings: contact.dndSettings,
    inboundDndSettings: contact.inboundDndSettings,
    visitorId: contact.visitorId,
  };
}

export function contactInSearch(contact: ContactRecord): Record<string, unknown> {
  return {
    id: contact.id,
    locationId: contact.locationId,
    contactName: contactName(contact),
    firstName: contact.firstName ?? null,
    lastName: contact.lastName ?? null,
    companyName: contact.companyName ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    type: 'lead',
    source: contact.source ?? null,
    assignedTo: contact.assignedTo ?? null,
    dnd: contact.dnd ?? false,
    dndSettings: contact.dndSettings ?? {},
    city: contact.city ?? null,
    country: contact.country ?? null,
    timezone: contact.timezone ?? null,
    tags: contact.tags,
    followers: contact.followers,
    customFields: contact.customFields,
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    dateAdded: new Date(contact.dateAdded).toISOString(),
    dateUpdated: new Date(contact.dateUpdated).toISOString(),
    searchAfter: [contact.dateAdded, contact.id],
  };
}
