import { COMMAND_NAMES, isTerminal, STAGE_WORDS, STAGES, STAGES_OF } from '../../domain';
import type { CommandName, Stage } from '../../domain';
import { code, fence, pageOf, table } from './markdown';
import { findTransitions } from './transitions';
import type { Transition } from './transitions';

/** docs/generated/lifecycle.md: the stages of a case, what leads from one to another, and which command may be given in which. */
export const lifecyclePage = (): string => {
  const transitions = findTransitions();
  return pageOf(
    'Lifecycle of a case',
    'Drawn by giving every command of the table, with every choice of its data, to the rules in every situation that is reached so, in every locality. Stages that no command reaches yet stand in the table only.',
    fence('mermaid', diagram(transitions)),
    '## Stages',
    table(
      ['Stage', 'The case is', 'Reached by'],
      STAGES.map((stage) => [code(stage), STAGE_WORDS[stage], reachedBy(stage, transitions)]),
    ),
    '## Which command in which stage',
    table(['Command', ...STAGES.map(code)], COMMAND_NAMES.map(commandRow)),
  );
};

const DEADLINE = 'a deadline passes';

function reachedBy(stage: Stage, transitions: readonly Transition[]): string {
  const by = transitions.filter(({ to }) => to === stage).map((one) => (one.by === null ? DEADLINE : code(one.by)));
  return by.length === 0 ? 'nothing yet' : unique(by).join(', ');
}

function diagram(transitions: readonly Transition[]): string {
  const edges = unique(transitions.map(({ from, to }) => `${from} ${to}`)).map((edge) => {
    const [from = '', to = ''] = edge.split(' ');
    const by = transitions.filter((one) => one.from === from && one.to === to).map((one) => one.by ?? DEADLINE);
    return `  ${from === 'NEW' ? '[*]' : from} --> ${to}: ${unique(by).join(', ')}`;
  });
  const ends = STAGES.filter((stage) => isTerminal(stage) && transitions.some(({ to }) => to === stage));
  return ['stateDiagram-v2', ...edges.sort(), ...ends.map((stage) => `  ${stage} --> [*]`)].join('\n');
}

function commandRow(name: CommandName): readonly string[] {
  const stages = STAGES_OF[name];
  return [code(name), ...STAGES.map((stage) => (stages !== 'NEW' && stages.includes(stage) ? 'yes' : ''))];
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();
