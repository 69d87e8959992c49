import 'server-only';
import { type Answer, bodyOf, type Call, created, ok, param, requireContact } from './call';
import { changeContact } from './contact-change';
import { FieldCheck } from './fields';
import { httpException, unprocessable } from './refusal';

/** Tags and followers: lists that are added to and taken from, with the whole and the difference in the answer. */

export function addTags(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  const tagsAdded = given(call, 'tags').filter((tag) => !contact.tags.includes(tag));
  if (tagsAdded.length > 0) {
    changeContact(call.location, contact, { tags: [...contact.tags, ...tagsAdded] });
  }
  return created({ tags: contact.tags, tagsAdded });
}

/** A DELETE with a JSON body (CONTRACT 4). */
export function removeTags(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  const tagsRemoved = given(call, 'tags').filter((tag) => contact.tags.includes(tag));
  if (tagsRemoved.length > 0) {
    changeContact(call.location, contact, { tags: contact.tags.filter((tag) => !tagsRemoved.includes(tag)) });
  }
  return ok({ tags: contact.tags, tagsRemoved });
}

export function addFollowers(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  const wanted = given(call, 'followers');
  const stranger = wanted.find((id) => !call.location.users.some((user) => user.id === id));
  if (stranger !== undefined) throw httpException(400, `User with id ${stranger} not found`);
  const followersAdded = wanted.filter((id) => !contact.followers.includes(id));
  if (followersAdded.length > 0) {
    changeContact(call.location, contact, { followers: [...contact.followers, ...followersAdded] });
  }
  return created({ followers: contact.followers, followersAdded });
}

export function removeFollowers(call: Call): Answer {
  const contact = requireContact(call, param(call, 'contactId'));
  const followersRemoved = given(call, 'followers').filter((id) => contact.followers.includes(id));
  if (followersRemoved.length > 0) {
    const followers = contact.followers.filter((id) => !followersRemoved.includes(id));
    changeContact(call.location, contact, { followers });
  }
  return ok({ followers: contact.followers, followersRemoved });
}

/** Tags are kept in lower case and each once, ids as they are. */
function given(call: Call, field: 'tags' | 'followers'): string[] {
  const check = new FieldCheck(bodyOf(call));
  const texts = check.texts(field);
  if (texts === undefined && check.messages.length === 0) check.messages.push(`${field} must be an array`);
  if (texts?.some((text) => text.trim() === '')) {
    check.messages.push(`each value in ${field} should not be empty`);
  }
  if (check.messages.length > 0) throw unprocessable(check.messages);
  const cleaned = (texts ?? []).map((text) => (field === 'tags' ? text.trim().toLowerCase() : text));
  return [...new Set(cleaned)];
}
