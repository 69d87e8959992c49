import 'server-only';
import { type Answer, bodyOf, type Call, param, requireContact, requireOwnLocation } from './call';
import { FieldCheck, isRecord, textOf } from './fields';
import { emailsOf, refuseDuplicateName, requirePreferences, requireSubtype } from './preference-rules';
import { oneOnOne, type SubtypeRecord, subscriptionStatuses, subtypeChannels } from './preference-state';
import { oneSubtype, statusBody, subtypeList } from './preference-view';
import { httpException, unprocessable } from './refusal';

const maxTextLength = 100;
const subtypesPath = '/conversations/preferences/custom-subtypes';
const statusPath = '/conversations/preferences/unsubscriptions/status';
const changePath = '/conversations/preferences/unsubscriptions/user-change';
const actionTypes = ['default', 'custom', 'resub_all'] as const;

export function listSubtypes(call: Call): Answer {
  requirePreferences(call, 'GET', subtypesPath, 'read');
  requireOwnLocation(call, call.query.get('locationId'));
  return { status: 200, body: subtypeList(call.location) };
}

export function postSubtype(call: Call): Answer {
  requirePreferences(call, 'POST', subtypesPath, 'manage');
  requireOwnLocation(call, call.query.get('locationId'));
  const { location } = call;
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  const name = check.requiredText('name');
  const description = check.text('description');
  const channel = subtypeChannels.find((known) => known === body.channel);
  if (!channel) check.messages.push(oneOf('channel', subtypeChannels));
  const language = check.requiredText('language');
  checkLengths({ name, description }, check);
  if (!channel || check.messages.length > 0) throw unprocessable(check.messages);
  refuseDuplicateName(location.preferences, { name, channel }, null);
  const now = location.now();
  const subtype: SubtypeRecord = {
    id: location.newId(),
    name: name.trim(),
    description: description?.trim() || undefined,
    channel,
    language,
    archived: false,
    dateAdded: now,
    dateUpdated: now,
  };
  location.preferences.subtypes.set(subtype.id, subtype);
  return { status: 201, body: oneSubtype(location, subtype) };
}

/** Name, description, archived. Channel and language stand for good, and nothing can be deleted (DOC). */
export function putSubtype(call: Call): Answer {
  const id = param(call, 'id');
  requirePreferences(call, 'PUT', `${subtypesPath}/${id}`, 'manage');
  requireOwnLocation(call, call.query.get('locationId'));
  const subtype = requireSubtype(call, id);
  const body = bodyOf(call);
  const check = new FieldCheck(body);
  for (const field of ['channel', 'language']) {
    if (field in body) check.messages.push(`property ${field} should not exist`);
  }
  const name = check.text('name');
  if (name !== undefined && name.trim() === '') check.messages.push('name should not be empty');
  const description = check.text('description');
  const archived = check.boolean('archived');
  const legalFormId = check.text('resubscription_legal_form_id');
  checkLengths({ name, description }, check);
  if (check.messages.length > 0) throw unprocessable(check.messages);
  if (name !== undefined) {
    refuseDuplicateName(call.location.preferences, { name, channel: subtype.channel }, id);
    subtype.name = name.trim();
  }
  if (description !== undefined) subtype.description = description.trim() || undefined;
  subtype.archived = archived ?? subtype.archived;
  subtype.legalFormId = legalFormId ?? subtype.legalFormId;
  subtype.dateUpdated = call.location.now();
  return { status: 200, body: oneSubtype(call.location, subtype) };
}

export function getUnsubscriptionStatus(call: Call): Answer {
  requirePreferences(call, 'GET', statusPath, 'read');
  requireOwnLocation(call, call.query.get('locationId'));
  const contactId = call.query.get('contactId');
  if (!contactId) throw unprocessable(['contactId should not be empty', 'contactId must be a string']);
  const contact = requireContact(call, contactId);
  return { status: 200, body: statusBody(call.location, contact, call.query.get('email')) };
}

export function postUserChange(call: Call): Answer {
  requirePreferences(call, 'POST', changePath, 'read');
  const body = bodyOf(call);
  requireOwnLocation(call, textOf(body.locationId));
  const { location } = call;
  const { email, action, reason, description } = readChange(body);
  const contact = requireContact(call, textOf(body.contactId) ?? '');
  const own = emailsOf(contact).find((address) => address.toLowerCase() === email.toLowerCase());
  if (own === undefined) throw httpException(400, 'email is not associated with the contact.');
  const types = typesOf(call, action);
  const at = location.now();
  for (const type of types) {
    location.preferences.choose({ contactId: contact.id, email: own, type, status: action.status, at });
  }
  if (action.status === 'subscribed') {
    location.preferences.legalForms.push({
      id: location.newId(),
      contactId: contact.id,
      email: own,
      type: action.type === 'resub_all' ? 'all' : (types[0] ?? oneOnOne),
      reason: reason ?? '',
      description: description ?? null,
      at,
    });
  }
  return { status: 201, body: { success: true } };
}

type Action = {
  type: (typeof actionTypes)[number];
  status: (typeof subscriptionStatuses)[number];
  subtypeId?: string;
};

function readChange(body: Record<string, unknown>) {
  const check = new FieldCheck(body);
  check.requiredText('contactId');
  const email = check.requiredText('email');
  const reason = check.text('legal_reason');
  const description = check.text('legal_description');
  const given = isRecord(body.subscription_action) ? body.subscription_action : undefined;
  if (!given) check.messages.push('subscription_action should not be empty');
  const type = actionTypes.find((known) => known === given?.type);
  const status = subscriptionStatuses.find((known) => known === given?.subtype_status);
  const subtypeId = textOf(given?.subtype_id);
  if (given && !type) check.messages.push(oneOf('subscription_action.type', actionTypes));
  if (given && !status)
    check.messages.push(oneOf('subscription_action.subtype_status', subscriptionStatuses));
  if (type === 'default' && given?.subtype_name !== oneOnOne) {
    check.messages.push(oneOf('subscription_action.subtype_name', [oneOnOne]));
  }
  if (type === 'custom' && !subtypeId)
    check.messages.push('subscription_action.subtype_id should not be empty');
  if (type === 'resub_all' && status === 'unsubscribed') {
    check.messages.push(oneOf('subscription_action.subtype_status', ['subscribed']));
  }
  if (status === 'subscribed' && !reason?.trim()) check.messages.push('legal_reason should not be empty');
  if (!type || !status || check.messages.length > 0) throw unprocessable(check.messages);
  const action: Action = { type, status, subtypeId };
  return { email, action, reason, description };
}

/** The types that an action means. Those of archived and SMS types are refused (GUESS). */
function typesOf(call: Call, { type, subtypeId }: Action): string[] {
  if (type === 'default') return [oneOnOne];
  const { subtypes } = call.location.preferences;
  if (type === 'resub_all') {
    const current = [...subtypes.values()].filter(
      ({ channel, archived }) => channel === 'email' && !archived,
    );
    return [oneOnOne, ...current.map(({ id }) => id)];
  }
  const subtype = requireSubtype(call, subtypeId ?? '');
  if (subtype.archived) throw httpException(400, 'Custom subtype is archived.');
  if (subtype.channel !== 'email') throw httpException(400, 'Custom subtype is not of the email channel.');
  return [subtype.id];
}

function checkLengths(texts: Record<string, string | undefined>, check: FieldCheck): void {
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined || text.length <= maxTextLength) continue;
    check.messages.push(`${field} must be shorter than or equal to ${maxTextLength} characters`);
  }
}

function oneOf(field: string, values: readonly string[]): string {
  return `${field} must be one of the following values: ${values.join(', ')}`;
}
