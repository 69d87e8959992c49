import 'server-only';
import type { Operation } from './call';
import { exportMessages } from './export';
import { addInboundMessage, addOutboundCall } from './external-message';
import {
  cancelScheduledEmail,
  cancelScheduledMessage,
  getEmail,
  getMessage,
  getMessages,
} from './message-operations';
import { setMessageAttachments, updateMessageStatus } from './provider-operations';
import { getRecording } from './recording';
import { sendReviewReply } from './review-reply';
import { sendMessage } from './send';
import { completeUpload, initiateUpload } from './signed-upload';
import { downloadTranscription, getTranscription } from './transcription';
import { showAgentTyping } from './typing';
import { uploadFiles } from './upload';

const scope = { read: 'conversations/message.readonly', write: 'conversations/message.write' };
const messages = '/conversations/messages';
const transcription = '/conversations/locations/{locationId}/messages/{messageId}/transcription';

/** Every operation on messages, with the scopes of CONTRACT 1.16. */
export const messageTable: readonly Operation[] = [
  {
    operationId: 'get-email-by-id',
    method: 'GET',
    path: `${messages}/email/{id}`,
    scope: scope.read,
    needsVersion: false,
    handle: getEmail,
  },
  {
    operationId: 'cancel-scheduled-email-message',
    method: 'DELETE',
    path: `${messages}/email/{emailMessageId}/schedule`,
    scope: scope.write,
    needsVersion: false,
    handle: cancelScheduledEmail,
  },
  read('export-messages-by-location', `${messages}/export`, exportMessages),
  read('get-message', `${messages}/{id}`, getMessage),
  read('get-messages', '/conversations/{conversationId}/messages', getMessages),
  read('get-message-recording', `${messages}/{messageId}/locations/{locationId}/recording`, getRecording),
  read('get-message-transcription', transcription, getTranscription),
  read('download-message-transcription', `${transcription}/download`, downloadTranscription),
  write('send-a-new-message', 'POST', messages, sendMessage),
  write('add-an-inbound-message', 'POST', `${messages}/inbound`, addInboundMessage),
  write('add-an-outbound-message', 'POST', `${messages}/outbound`, addOutboundCall),
  write('send-review-reply', 'POST', `${messages}/review-reply`, sendReviewReply),
  write('upload-file-attachments', 'POST', `${messages}/upload`, uploadFiles),
  write('initiate-file-upload', 'POST', `${messages}/upload/initiate`, initiateUpload),
  write('complete-file-upload', 'POST', `${messages}/upload/complete`, completeUpload),
  write('cancel-scheduled-message', 'DELETE', `${messages}/{messageId}/schedule`, cancelScheduledMessage),
  write('update-message-status', 'PUT', `${messages}/{messageId}/status`, updateMessageStatus),
  write('add-message-attachments', 'PUT', `${messages}/{messageId}/attachments`, setMessageAttachments),
  {
    operationId: 'live-chat-agent-typing',
    method: 'POST',
    path: '/conversations/providers/live-chat/typing',
    scope: 'conversations/livechat.write',
    handle: showAgentTyping,
  },
];

function read(operationId: string, path: string, handle: Operation['handle']): Operation {
  return { operationId, method: 'GET', path, scope: scope.read, handle };
}

function write(
  operationId: string,
  method: Operation['method'],
  path: string,
  handle: Operation['handle'],
): Operation {
  return { operationId, method, path, scope: scope.write, handle };
}
