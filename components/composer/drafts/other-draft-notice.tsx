import { BidiText } from '@/components/ui/bidi-text';
import { Button } from '@/components/ui/button';
import type { OtherChoice } from '@/lib/client/draft-merge';
import { chooseDraft, useDraft, useOtherDraft } from '@/lib/client/use-draft';
import { fullTime, timeOfDay } from '@/lib/shared/format-time';

type OtherDraftNoticeProps = {
  draftKey: string;
  /** The button that was pressed is gone: the focus needs a place. */
  onChosen: () => void;
};

/** The same draft was changed in two places: neither is thrown away before the person has chosen. */
export function OtherDraftNotice({ draftKey, onChosen }: OtherDraftNoticeProps) {
  const other = useOtherDraft(draftKey);
  const draft = useDraft(draftKey);
  if (!other) return null;
  const { content, at, version } = other;
  const where = version === null ? 'other tab' : 'other browser';
  const words = content.text.trim() || content.subject || content.files.map(({ name }) => name).join(', ');
  const choose = (choice: OtherChoice) => () => {
    chooseDraft(draftKey, choice);
    onChosen();
  };
  return (
    <div
      role="status"
      className="mx-3 my-1.5 grid gap-1 rounded-field border border-line-2 bg-sunk px-3 py-2 text-12"
    >
      <p className="font-medium text-ink">
        Another draft of yours from <time title={fullTime(at)}>{timeOfDay(at)}</time> ({where}):
      </p>
      <p className="max-h-16 overflow-y-auto whitespace-pre-wrap break-words text-ink-2">
        <BidiText>{words || 'It was cleared there.'}</BidiText>
      </p>
      <p className="flex flex-wrap gap-1.5 pt-0.5">
        <Button size="sm" onClick={choose('use')}>
          Use it
        </Button>
        {draft.text.trim() && (
          <Button size="sm" onClick={choose('keep-both')}>
            Keep both
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={choose('discard')}>
          Discard
        </Button>
      </p>
    </div>
  );
}
