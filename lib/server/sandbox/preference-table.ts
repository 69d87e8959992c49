import 'server-only';
import type { Operation } from './call';
import {
  getUnsubscriptionStatus,
  listSubtypes,
  postSubtype,
  postUserChange,
  putSubtype,
} from './preference-operations';

const preferences = '/conversations/preferences';

/** Subscription types and who wants what. No scope is listed for any of them (CONTRACT 1.16). */
export const preferenceTable: readonly Operation[] = [
  {
    operationId: 'get-all-custom-subtypes',
    method: 'GET',
    path: `${preferences}/custom-subtypes`,
    scope: null,
    handle: listSubtypes,
  },
  {
    operationId: 'create-custom-subtype',
    method: 'POST',
    path: `${preferences}/custom-subtypes`,
    scope: null,
    handle: postSubtype,
  },
  {
    operationId: 'update-custom-subtype',
    method: 'PUT',
    path: `${preferences}/custom-subtypes/{id}`,
    scope: null,
    handle: putSubtype,
  },
  {
    operationId: 'get-contact-unsubscription-status',
    method: 'GET',
    path: `${preferences}/unsubscriptions/status`,
    scope: null,
    handle: getUnsubscriptionStatus,
  },
  {
    operationId: 'user-subscription-change',
    method: 'POST',
    path: `${preferences}/unsubscriptions/user-change`,
    scope: null,
    handle: postUserChange,
  },
];
