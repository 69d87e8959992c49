import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { cutCombiningMarks } from '@/lib/client/mail/combining-marks';
import { TextTokens } from './text-tokens';

/** Longer than some screens: drawn only when asked for, so that no text can hold up the thread. */
const maxShownLength = 10_000;
const maxShownLines = 300;
/** As much again each time: ten megabytes at once would make a tab stand still. */
const moreLength = 200_000;

/** A stranger's text with its line breaks; http(s) addresses and phone numbers are links, everything else is text. */
export function LinkedText({ text }: { text: string }) {
  const [steps, setSteps] = useState(0);
  const start = steps === 0 ? startOf(text) : text.slice(0, steps * moreLength);
  const isLastStep = text.length <= (steps + 1) * moreLength;
  const isCut = start.length < text.length;
  const shown = cutCombiningMarks(isCut ? `${start}…` : text);
  return (
    <>
      <div dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        <TextTokens text={shown} />
      </div>
      {isCut && (
        <Button size="sm" className="mt-2" onClick={() => setSteps(steps + 1)}>
          {isLastStep ? 'Show all' : 'Show more of'} {text.length.toLocaleString()} characters
        </Button>
      )}
    </>
  );
}

function startOf(text: string): string {
  return text.slice(0, maxShownLength).split('\n', maxShownLines).join('\n');
}
