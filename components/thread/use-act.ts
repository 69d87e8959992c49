import { showToast } from '@/components/ui/toast-store';
import type { KnownSend } from '@/lib/client/queries/send-times';
import { useSendAct } from '@/lib/client/queries/sends';
import type { SendAct } from '@/lib/shared/contract/send';
import type { ThreadScene } from './thread-scene';

type PlainAct = Exclude<SendAct['act'], 'again'>;

/** Acts once, and says what the server did not allow. */
export function useAct(send: KnownSend, scene: ThreadScene) {
  const { mutate, isPending } = useSendAct({
    locationId: scene.locationId,
    conversationId: scene.conversationId,
    clientId: send.clientId,
  });
  return {
    isPending,
    run: (act: PlainAct | Extract<SendAct, { act: 'again' }>) => {
      if (isPending) return;
      mutate(typeof act === 'string' ? { act } : act, {
        onError: (error) => showToast({ tone: 'bad', text: error.message }),
      });
    },
  };
}
