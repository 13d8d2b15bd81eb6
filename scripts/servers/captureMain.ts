import { startCapture } from './capture';

const [smtpPort = '1025', inboxPort = '8025', file = '.marm/inbox.jsonl'] = process.argv.slice(2);

startCapture({ smtpPort: Number(smtpPort), inboxPort: Number(inboxPort), file }).then(
  (capture) => {
    const close = () => {
      void capture.close().then(() => process.exit(0));
    };
    process.on('SIGTERM', close);
    process.on('SIGINT', close);
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
