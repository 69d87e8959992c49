'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, createContext, type ReactNode, use, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { showToast } from '@/components/ui/toast-store';
import { offlineWriteMessage } from '@/lib/client/api';
import { usePageVisible } from '@/lib/client/page-visible';
import { readPreferences } from '@/lib/client/preferences';
import { keepingKeys } from '@/lib/client/shortcuts/typed-ahead';
import { readListScene } from '@/lib/client/triage/list-scene';
import { noSelection, withoutIds } from '@/lib/client/triage/selection';
import { changeSelection } from '@/lib/client/triage/selection-store';
import { nextAfterRemoval, type Target } from '@/lib/client/triage/targets';
import type { ConversationChange } from '@/lib/shared/contract/triage';
import { conversationIdIn } from '@/lib/shared/paths';
import { can, type Membership } from '@/lib/shared/permissions';
import { isLeaving } from './changes';
import type { PickerProps } from './picker-props';
import { loadPicker, type PickerKind, usePickersAhead } from './pickers';
import { createTriage } from './triage';
import { useOverruledNotice } from './use-overruled-notice';
import { useSendActs } from './use-send-acts';
import { useTriageCommands } from './use-triage-commands';

type Triage = {
  /** Answers its id in the stack of undo. */
  act: (target: Target, change: ConversationChange) => string;
  /** Asks first: until when, to whom, or whether really. */
  pick: (kind: PickerKind, target: Target) => void;
};

type Shown = Pick<PickerProps, 'target' | 'typed'> & { Picker: ComponentType<PickerProps> };

const TriageContext = createContext<Triage | null>(null);

/** Acts on conversations, for everything inside the provider. */
export function useTriage(): Triage {
  const triage = use(TriageContext);
  if (!triage) throw new Error('useTriage stands outside of its provider.');
  return triage;
}

type TriageProviderProps = {
  locationId: string;
  membership: Membership;
  personName: string;
  /** The GHL user of the signed-in person, where there is one. */
  currentUserId: string | null;
  /** Null: the list alone. */
  onOpen: (conversationId: string | null, options: { replace: boolean }) => void;
  children: ReactNode;
};

/** The team's hands: keys, pickers, what is shown at once and what comes after. */
export function TriageProvider(props: TriageProviderProps) {
  const { locationId, membership, currentUserId, onOpen, children } = props;
  const queryClient = useQueryClient();
  const [picker, setPicker] = useState<Shown | null>(null);
  const [triage] = useState(() => createTriage({ queryClient, locationId, personName: props.personName }));
  usePickersAhead();
  useOverruledNotice(locationId);
  const isVisible = usePageVisible();
  // Whoever comes to this tab finds here what they have begun in another one, and the way to take it back.
  useEffect(() => {
    if (isVisible) void triage.watchRunning();
  }, [triage, isVisible]);

  function act(target: Target, change: ConversationChange): string {
    const openBefore = openIdNow();
    const goOn = isLeaving(change) ? () => advance(target, change) : undefined;
    const id = triage.act(target, change, () => {
      // A wrong key is as if it had not been pressed: the conversation it took away stands there again.
      if (goOn && openBefore !== null && target.ids.includes(openBefore))
        onOpen(openBefore, { replace: true });
    });
    goOn?.();
    return id;
  }

  function advance(target: Target, change: ConversationChange): void {
    const openId = openIdNow();
    const scene = readListScene(locationId);
    const removed = new Set(target.ids);
    if (scene) {
      changeSelection(locationId, scene.search, (selection) =>
        target.filter ? noSelection : withoutIds(selection, removed),
      );
      const nextCursor = scene.cursorId && nextAfterRemoval(scene.rows, removed, scene.cursorId);
      if (nextCursor && scene.cursorId && removed.has(scene.cursorId)) scene.moveTo(nextCursor);
    }
    if (openId === null || !removed.has(openId)) return;
    const { afterDone } = readPreferences();
    if (afterDone === 'stay' && change.kind !== 'delete') return;
    const next = afterDone === 'list' ? null : scene && nextAfterRemoval(scene.rows, removed, openId);
    onOpen(next, { replace: next !== null });
  }

  function pick(kind: PickerKind, target: Target): void {
    keepingKeys(() => loadPicker(kind)).then(
      // At once: the next key finds the picker.
      (opening) =>
        opening && flushSync(() => setPicker({ Picker: opening.loaded, target, typed: opening.typed })),
      () => showToast({ tone: 'bad', text: offlineWriteMessage }),
    );
  }

  const value = { act, pick };
  useSendActs(locationId, act, can(membership, 'conversation:mark'));
  useTriageCommands({
    locationId,
    membership,
    undoLatest: triage.undoLatest,
    onBack: () => onOpen(null, { replace: false }),
    ...value,
  });

  return (
    <TriageContext value={value}>
      {children}
      {picker && (
        <picker.Picker
          target={picker.target}
          typed={picker.typed}
          locationId={locationId}
          currentUserId={currentUserId}
          onChange={(change) => {
            setPicker(null);
            act(picker.target, change);
          }}
          onClose={() => setPicker(null)}
        />
      )}
    </TriageContext>
  );
}

/** From the address, which is ahead of what is drawn: keys come faster than a thread. */
function openIdNow(): string | null {
  return conversationIdIn(window.location.pathname);
}
