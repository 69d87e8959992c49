import type { Unavailable } from '@/lib/shared/contract/subtype';

/** Why there are no subscription types here, and what can be done about it: for those who can, and for the others. */
export function unavailableWords(
  unavailable: Unavailable,
  canMend: boolean,
): { title: string; text: string } {
  if (unavailable.state === 'off') {
    return {
      title: 'GoHighLevel does not offer subscription types here',
      text: canMend
        ? 'An agency can switch on "Preference Management" in GoHighLevel, under agency settings, Labs. GoHighLevel does not let it be switched off again.'
        : 'Preference Management is not switched on for this location. An admin can tell you more.',
    };
  }
  if (unavailable.lacks === 'scope') {
    return {
      title: 'The token may not read subscription types',
      text: canMend
        ? 'GoHighLevel says that a scope is missing. Add the conversations scopes to the private integration in GoHighLevel; the token stays the same.'
        : 'An admin can give the token this right in GoHighLevel.',
    };
  }
  return {
    title: 'GoHighLevel keeps subscription types for admins',
    text: canMend
      ? 'It takes this only from an agency or account admin. Have an admin in GoHighLevel make the private integration whose token is used here.'
      : 'The token of this location lacks the rights of an admin. An admin here can change that in GoHighLevel.',
  };
}
