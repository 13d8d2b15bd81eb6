import { createConnection, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** A wire to a local server that can be cut and mended: while it is cut nobody gets through, as when the server is down. */
export interface Link {
  readonly port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Lays a wire from a free port to a server's port. */
export async function openLink(target: number): Promise<Link> {
  const ends = new Set<Socket>();
  const carry = (socket: Socket): void => {
    const far = createConnection({ port: target, host: '127.0.0.1' });
    for (const end of [socket, far]) {
      ends.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        ends.delete(end);
        socket.destroy();
        far.destroy();
      });
    }
    socket.pipe(far).pipe(socket);
  };
  let server = await listen(carry, 0);
  const port = portOf(server);
  return {
    port,
    async cut() {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      for (const end of ends) end.destroy();
      await closed;
    },
    async mend() {
      if (!server.listening) server = await listen(carry, port);
    },
  };
}

const listen = (carry: (socket: Socket) => void, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(carry);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a wire without a port');
  return address.port;
}
