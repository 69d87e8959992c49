import { type ComponentType, useEffect } from 'react';
import type { PickerProps } from './picker-props';

export type PickerKind = 'snooze' | 'assign' | 'delete';

const loaders: Record<PickerKind, () => Promise<ComponentType<PickerProps>>> = {
  snooze: async () => (await import('./snooze-picker')).SnoozePicker,
  assign: async () => (await import('./assign-picker')).AssignPicker,
  delete: async () => (await import('./delete-dialog')).DeleteDialog,
};

/** Rejects where its script cannot be had: the page stays as it is then, and can say so. */
export function loadPicker(kind: PickerKind): Promise<ComponentType<PickerProps>> {
  return loaders[kind]();
}

/** Longer than the first drawing takes, sooner than anybody presses the key. */
const restMs = 1500;

/** Their scripts are no part of the first one. */
export function usePickersAhead(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of Object.values(loaders)) load().catch(() => undefined);
    }, restMs);
    return () => clearTimeout(timer);
  }, []);
}
