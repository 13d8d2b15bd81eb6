import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../scripts/servers';

describe('a bad setting', () => {
  it.each(['api/main', 'worker/main', 'persistence/setupMain'])('stops %s at once with one line that names it', (main) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot(), 'dist', `${main}.js`)], {
      env: { MARM_MODE: 'embedded', MONGODB_URI: 'mongodb://127.0.0.1/', SMTP_URL: 'smtp://127.0.0.1', MARM_SPREAD_S: 'soon' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`.trim().split('\n')).toEqual([expect.stringContaining('Setting MARM_SPREAD_S: ')]);
  });
});
