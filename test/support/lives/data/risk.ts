import type { Data, Given } from './given';

/** What is said of the risk, and what goes to the local authority. */
export const riskData = ({ n, pick, state }: Given): Data => ({
  addRisk: { id: `r${n}`, text: 'v' },
  rateRisk: {
    likelihood: 1 + (pick % 5),
    impact: 1 + ((pick >> 3) % 5),
    ...(pick % 3 === 0 && state.risk.risks[0] ? { risk: state.risk.risks[0].id } : {}),
  },
  setRiskTier: { tier: (['LOW', 'MODERATE', 'HIGH', 'CRITICAL'] as const)[pick % 4], reason: 'v' },
  raiseRiskConcern: { id: `c${n}`, text: 'v' },
  answerRiskConcern: { concern: state.risk.concerns[0]?.id ?? 'none', answer: 'v' },
  notifyLocalAuthority: { steps: 'v', grounds: 'SAFEGUARD_ADULT_AT_RISK', facts: 'v' },
  recordLaDecision: { decision: pick % 2 === 0 ? 'MORE_INFORMATION' : 'OTHER_STEPS' },
});
