import 'server-only';
import { ControlRefusal, refuseUnknownFields, takeText } from './control-body';
import type { ControlAnswer, ControlCall } from './control-location';
import { answerShapes, featureStates, roleReaches, roleStates } from './preference-state';

/** Turns the feature off, refuses a role, or chooses the form of the answers. */
export function orderPreferences({ location, body }: ControlCall): ControlAnswer {
  refuseUnknownFields(body, ['feature', 'role', 'roleReach', 'shape']);
  const { preferences } = location;
  preferences.feature = takeWord(body, 'feature', featureStates) ?? preferences.feature;
  preferences.role = takeWord(body, 'role', roleStates) ?? preferences.role;
  preferences.roleReach = takeWord(body, 'roleReach', roleReaches) ?? preferences.roleReach;
  preferences.shape = takeWord(body, 'shape', answerShapes) ?? preferences.shape;
  const { feature, role, roleReach, shape } = preferences;
  return { status: 200, body: { feature, role, roleReach, shape } };
}

/** The truth in one form, whatever the answers look like. */
export function preferenceSnapshot({ location: { preferences } }: ControlCall): ControlAnswer {
  return {
    status: 200,
    body: {
      subtypes: [...preferences.subtypes.values()],
      choices: preferences.choices(),
      legalForms: preferences.legalForms,
    },
  };
}

function takeWord<Word extends string>(
  body: Record<string, unknown>,
  field: string,
  words: readonly Word[],
): Word | undefined {
  const given = takeText(body, field);
  if (given === undefined) return undefined;
  const word = words.find((known) => known === given);
  if (!word) throw new ControlRefusal(400, `${field} must be one of: ${words.join(', ')}`);
  return word;
}
