import type { CommandId } from './commands';

/** Answers `false` to leave the key to somebody else, or to the browser. Without an event a person chose the command by name. */
type CommandHandler = (event: KeyboardEvent | null) => unknown;
export type CommandHandlers = Partial<Record<CommandId, CommandHandler>>;

/** Who answers which command at present. The latest to come is asked first. */
export function createHandlers() {
  const layers: (() => CommandHandlers)[] = [];
  const listeners = new Set<() => void>();
  let version = 0;

  function changed(): void {
    version += 1;
    for (const listener of listeners) listener();
  }

  return {
    /** Grows whenever somebody comes or goes. */
    version: () => version,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** `read` is called at each key press, so that a handler always knows the newest. Answers how to leave. */
    add(read: () => CommandHandlers): () => void {
      layers.unshift(read);
      changed();
      return () => {
        const index = layers.indexOf(read);
        if (index >= 0) layers.splice(index, 1);
        changed();
      };
    },

    has(id: CommandId): boolean {
      return layers.some((read) => read()[id] !== undefined);
    },

    /** Whether somebody took it. */
    run(id: CommandId, event: KeyboardEvent | null): boolean {
      return layers.some((read) => {
        const handler = read()[id];
        return handler !== undefined && handler(event) !== false;
      });
    },
  };
}
