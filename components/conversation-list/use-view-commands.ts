import type { CommandHandlers } from '@/lib/client/shortcuts/handlers';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import type { SavedView } from '@/lib/shared/contract/saved-view';
import { choiceKey, type ViewChoice, viewChoices } from './views';

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

type Options = {
  /** The view of the address: it is ahead of what is drawn, keys come faster. */
  chosenNow: () => ViewChoice;
  saved: readonly SavedView[];
  onChoose: (choice: ViewChoice) => void;
};

/** 1 to 9 go to a view, [ and ] through all of them. */
export function useViewCommands({ chosenNow, saved, onChoose }: Options): void {
  const choices = viewChoices(saved);
  const placeNow = () => {
    const key = choiceKey(chosenNow());
    return choices.findIndex((choice) => choiceKey(choice) === key);
  };
  const go = (index: number) => {
    const choice = choices.at(index % choices.length);
    if (!choice) return false;
    if (index !== placeNow()) onChoose(choice);
  };
  const byPlace: CommandHandlers = Object.fromEntries(
    places.map((number) => [`view.${number}`, () => (number <= choices.length ? go(number - 1) : false)]),
  );
  useCommands({
    ...byPlace,
    'view.next': () => go(placeNow() + 1),
    'view.previous': () => go(placeNow() - 1),
  });
}
