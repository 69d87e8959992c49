/** What can be done to the open conversation from its thread. */
export type ThreadActs = {
  toggleDone: () => void;
  toggleRead: () => void;
  toggleStar: () => void;
  reopen: () => void;
  snooze: () => void;
  assign: () => void;
  /** Absent for whoever may not. */
  delete?: () => void;
};
