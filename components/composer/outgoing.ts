import type { Draft } from '@/lib/client/drafts';
import type { SendInput, SendRequest } from '@/lib/shared/contract/send';

/** What is wrong with what is written, said beside the field that it concerns: the field's `name`, or the files. */
export type ComposerProblem = {
  field: 'text' | 'subject' | 'to' | 'cc' | 'bcc' | 'files';
  message: string;
  /** The very words of the field that it is about: they are selected there. */
  words?: string;
};

/** What every request has, whatever its channel. */
export type RequestFrame = Pick<SendRequest, 'clientId' | 'uploadIds' | 'seen' | 'schedule'>;

/** What would leave if somebody sent now. Each channel answers one, and the frame of the composer knows no more of it. */
export type Outgoing = {
  /** What the button does, in words: "Send SMS to …0142". */
  label: string;
  /** Why it cannot be sent as it stands; null when it can. */
  problem: ComposerProblem | null;
  /** What comes back into the box when it is not sent, with all that was only offered by then. */
  draft: Draft;
  /** What stays in the box although this is sent: it goes by another way, later. */
  kept?: Partial<Draft>;
  request: (frame: RequestFrame) => SendInput;
};
