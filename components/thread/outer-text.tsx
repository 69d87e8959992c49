import { BidiText } from '@/components/ui/bidi-text';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';

/** A name, a subject, a file name: a stranger's text in a line of ours. */
export function OuterText({ text, className }: { text: string; className?: string }) {
  return <BidiText className={className}>{cutCombiningMarks(text)}</BidiText>;
}
