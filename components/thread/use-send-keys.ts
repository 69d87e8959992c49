import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@/components/ui/toast-store';
import { keepSend, postSendAct } from '@/lib/client/queries/sends';
import { useCommands } from '@/lib/client/shortcuts/use-commands';
import type { OpenSend } from './open-sends';
import type { ThreadScene } from './thread-scene';

/** Of this thread, the latest that was stopped: one key sends it anyway. */
export function useSendKeys(open: readonly OpenSend[], scene: ThreadScene): void {
  const queryClient = useQueryClient();
  const { locationId, conversationId, canSend } = scene;
  const stopped = open.findLast((each) => each.kind === 'known' && each.send.state === 'stopped');

  async function sendAnyway(clientId: string) {
    try {
      const place = { locationId, conversationId, clientId };
      await keepSend(queryClient, locationId, await postSendAct(place, { act: 'send-anyway' }));
    } catch (error) {
      showToast({ tone: 'bad', text: error instanceof Error ? error.message : 'Not sent. Try again.' });
    }
  }

  useCommands(canSend && stopped ? { 'send.anyway': () => void sendAnyway(stopped.clientId) } : {});
}
