import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../../domain';
import { renderMorning } from '../../../notifications';
import type { MorningLine } from '../../../notifications';
import { groupOf } from '../../../notifications/renderMorning';

const TODAY = '2026-04-01';
const line = (ref: string, more: Partial<Notice> = {}, questions: string | null = 'officer@ox-council.example'): MorningLine => ({
  notice: {
    ...{ n: 0, at: 0, notice: 'N09', variant: 'overdue', clock: 'T-ACTION', key: 'action:visit', threshold: '+1WD', planned: true },
    ...{ dueOn: '2026-03-31', to: { role: 'LEAD_WORKER' }, person: 'p-lead', fallback: null, replyTo: 'p-officer-ox' },
    ...more,
  },
  ref,
  locality: 'oxfordshire',
  closureDays: [],
  questions,
});
const rendered = (lines: readonly MorningLine[]) => renderMorning({ lines, on: TODAY, publicUrl: 'https://marm.example' });

const withDue = (dueOn: string | undefined) => {
  const { dueOn: _none, ...rest } = line('K7QF-2M').notice;
  return { notice: dueOn === undefined ? rest : { ...rest, dueOn }, closureDays: [] };
};

describe('where a message stands in the list of Wednesday 1 April 2026, two days before Good Friday', () => {
  it.each([
    ['2026-03-31', 'Act today'],
    ['2026-04-01', 'Act today'],
    ['2026-04-02', 'This week'],
    // Five working days on: Thursday, then Tuesday to Friday after Easter.
    ['2026-04-10', 'This week'],
    ['2026-04-11', 'For information'],
    [undefined, 'For information'],
  ])('due %s: %s', (dueOn, group) => {
    expect(groupOf(withDue(dueOn), TODAY)).toBe(group);
  });
  it('closure days of the locality count', () => {
    expect(groupOf({ ...withDue('2026-04-13'), closureDays: ['2026-04-08'] }, TODAY)).toBe('This week');
    expect(groupOf({ ...withDue('2026-04-13'), closureDays: [] }, TODAY)).toBe('For information');
  });
});

describe('a morning list', () => {
  const list = rendered([
    line('BBBB-22', { notice: 'N10', variant: 'update', clock: 'T-REVIEW', dueOn: '2026-05-20' }),
    line('AAAA-22', { variant: 'due-soon', dueOn: '2026-04-07' }),
    line('AAAA-22'),
  ]);

  it('says how many cases, and names none in its subject', () => {
    expect(list.subject).toBe('MARM morning list - 2 cases');
  });
  it('names the reference when there is only one case', () => {
    expect(rendered([line('AAAA-22'), line('AAAA-22', { key: 'action:ring' })]).subject).toBe('MARM morning list - ref AAAA-22');
  });
  it('stands in order: act today, this week, for information', () => {
    const places = ['ACT TODAY', 'Action update overdue', 'THIS WEEK', 'Action update due', 'FOR INFORMATION', 'Review - your update'];
    const found = places.map((words) => list.text.indexOf(words));
    expect(found.every((at) => at >= 0)).toBe(true);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });
  it('leaves a group out that has nothing', () => {
    expect(rendered([line('AAAA-22'), line('BBBB-22')]).text).not.toMatch(/THIS WEEK|FOR INFORMATION/);
  });
  it('says of each: what, which case, until when, why, what to do, what ends it, and where', () => {
    expect(list.text).toContain(
      [
        'Action update overdue - ref AAAA-22 - due Tuesday 31 March 2026',
        'You get this because you are named for an agency action that was due on Tuesday 31 March 2026.',
        'Sign in to see it and record progress, a new date, or that it cannot be done.',
        'It ends when the action is recorded as ended or gets a new date.',
        'https://marm.example/cases/AAAA-22',
      ].join('\n'),
    );
  });
  it('says at its head and at its foot what to do in danger, and that nothing about a person belongs in an answer', () => {
    for (const words of ['call 999', 'Do not reply with information about a person.']) expect(list.text.split(words)).toHaveLength(3);
  });
  it('has neutral words for a message whose subject must be neutral', () => {
    const text = rendered([line('AAAA-22'), line('BBBB-22', { notice: 'N16', variant: 'feedback-due', clock: 'T-FEEDBACK' })]).text;
    expect(text).toContain('Case needs your attention - ref BBBB-22');
  });
  it('names one mailbox for questions, or each with its cases', () => {
    expect(list.text).toContain('Questions: officer@ox-council.example');
    const two = rendered([line('AAAA-22'), line('BBBB-22', {}, 'other@ox-council.example'), line('CCCC-22', {}, null)]).text;
    expect(two).toContain('Questions about AAAA-22: officer@ox-council.example');
    expect(two).toContain('Questions about BBBB-22: other@ox-council.example');
  });
  it('is the same in HTML, with every text escaped', () => {
    expect(list.html).toContain('<h2>Act today</h2>');
    expect(list.html).toContain('https://marm.example/cases/AAAA-22');
    expect(rendered([line('AAAA-22'), line('<b>', {})]).html).not.toContain('<b>');
  });
});
