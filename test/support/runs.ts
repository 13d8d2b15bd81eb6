/** How many random runs a property gets: as many as usual, or as few as `MARM_TEST_RUNS` says, for mutation tests. */
export const runs = (usual: number): number => Math.min(usual, Number(process.env['MARM_TEST_RUNS'] ?? usual));
