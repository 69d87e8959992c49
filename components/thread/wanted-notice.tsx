import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';

type WantedNoticeProps = { state: 'still' | 'seeking' | 'unknown'; onGiveUp: () => void };

/** Says what becomes of a permalink whose message is not in view yet. */
export function WantedNotice({ state, onGiveUp }: WantedNoticeProps) {
  if (state === 'still') return null;
  const isSeeking = state === 'seeking';
  return (
    <Banner
      tone={isSeeking ? 'info' : 'warn'}
      action={
        <Button size="sm" onClick={onGiveUp}>
          {isSeeking ? 'Stop' : 'Dismiss'}
        </Button>
      }
    >
      {isSeeking
        ? 'Going back to the message of the link'
        : 'The message of the link is not in this conversation, or not any more.'}
    </Banner>
  );
}
