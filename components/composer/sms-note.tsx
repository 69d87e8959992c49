import { Button } from '@/components/ui/button';
import { countSms, withPlainSigns } from './sms-segments';

type SmsNoteProps = { text: string; onPlain: (text: string) => void };

/** As many as one looks at. */
const maxNamed = 4;

/** What makes a text message dear, and the way out where plain quotes and dashes are one. */
export function SmsNote({ text, onPlain }: SmsNoteProps) {
  const { encoding, culprits } = countSms(text);
  if (encoding === 'GSM-7') return null;
  const plain = withPlainSigns(text);
  const more = culprits.length > maxNamed ? ' and more' : '';
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3.5 pb-1 text-12 text-ink-2">
      <span>
        Because of <bdi className="font-semibold text-ink">{culprits.slice(0, maxNamed).join(' ')}</bdi>
        {more} a segment holds 70 characters, not 160.
      </span>
      {countSms(plain).encoding === 'GSM-7' && (
        <Button size="sm" onClick={() => onPlain(plain)}>
          Use plain signs
        </Button>
      )}
    </p>
  );
}
