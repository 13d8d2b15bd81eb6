import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-PAUSE: the end of a pause comes near; then everything runs on by itself (local default). */
export const pauseClock: Clock = {
  id: 'T-PAUSE',
  wished({ state }) {
    const { pause } = state.running;
    return pause && isLive(state) ? [{ key: `pause:${pause.from}`, anchorOn: pause.from, dueOn: pause.until, ladder: '-' }] : [];
  },
  because: ({ profile }) => ({
    what: 'The end of the pause',
    anchor: 'the clocks were paused',
    rule: ruleOf(timerOf(profile, 'T-PAUSE'), '-'),
  }),
};
