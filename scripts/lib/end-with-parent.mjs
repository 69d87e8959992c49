const pollMs = 500;

/**
 * Ends this process, as SIGTERM would, once the one that started it is gone. The shell that npm puts in between passes
 * no signal on, so a server would otherwise outlive its command and keep the port and the data folder.
 */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, pollMs).unref();
}
