import { createConnection, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A wire between two processes that a test can spoil. */
export interface Proxy {
  readonly address: string;
  /** From now on what is asked goes through, and every answer is lost. */
  loseAnswers(): void;
  /** Cuts every connection and works again for new ones. */
  heal(): void;
  close(): Promise<void>;
}

/** Puts a proxy on a port in front of an address on this machine. */
export async function startProxy(target: string): Promise<Proxy> {
  const [host = '127.0.0.1', port = '0'] = target.split(':');
  const sockets = new Set<Socket>();
  let losing = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const upstream = createConnection({ host, port: Number(port) });
    keep(client);
    keep(upstream);
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => losing || client.write(bytes));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    loseAnswers: () => {
      losing = true;
    },
    heal: () => {
      losing = false;
      cut();
    },
    close: () => {
      cut();
      return new Promise((done) => {
        server.close(() => {
          done();
        });
      });
    },
  };
}
