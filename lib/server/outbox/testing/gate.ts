import 'server-only';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to another server of this computer that can be closed: then a connection is refused, and those that stood break. */
export function createGate() {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let target = '';
  let port = 0;

  async function open(): Promise<void> {
    server = createServer((incoming) => {
      const outgoing = connect(Number(new URL(target).port), new URL(target).hostname);
      for (const socket of [incoming, outgoing]) {
        sockets.add(socket);
        // Whichever side breaks off, the other one hears of it.
        socket.once('error', () => socket.destroy());
        socket.once('close', () => {
          sockets.delete(socket);
          incoming.destroy();
          outgoing.destroy();
        });
      }
      incoming.pipe(outgoing).pipe(incoming);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address && typeof address === 'object') port = address.port;
  }

  return {
    open,
    async openTo(url: string): Promise<string> {
      target = url;
      await open();
      return `http://127.0.0.1:${port}`;
    },
    async close(): Promise<void> {
      if (!server?.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
