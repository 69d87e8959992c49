import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast-store';
import { emptyDraft } from '@/lib/client/drafts';
import { changeDraft, readDraft, useDraftKeys } from '@/lib/client/use-draft';

/** The conversation is gone from GoHighLevel, and what somebody has begun to write there is not: it can be taken along. */
export function LeftDrafts({ locationId, conversationId }: { locationId: string; conversationId: string }) {
  const keys = useDraftKeys(locationId, conversationId).filter((key) => readDraft(key).text.trim());
  if (keys.length === 0) return null;
  return (
    <section
      aria-label="Your drafts"
      className="mx-auto grid w-full max-w-[864px] gap-2 px-7 pb-6 phone:px-2.5"
    >
      <h2 className="font-medium text-13 text-ink">What you had begun to write is still here</h2>
      {keys.map((key) => {
        const { text } = readDraft(key);
        return (
          <div key={key} className="rounded-field border border-line-2 bg-panel px-3 py-2 text-13">
            <p className="max-h-32 overflow-y-auto whitespace-pre-wrap break-words">
              <BidiText>{text}</BidiText>
            </p>
            <p className="flex gap-1.5 pt-2">
              <Button size="sm" onClick={() => void copy(text)}>
                Copy
              </Button>
              <Button size="sm" variant="quiet" onClick={() => changeDraft(key, () => emptyDraft)}>
                Discard
              </Button>
            </p>
          </div>
        );
      })}
    </section>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: 'Copied' });
  } catch {
    showToast({
      tone: 'bad',
      text: 'The browser did not let it be copied. Select the text and copy it by hand.',
    });
  }
}
