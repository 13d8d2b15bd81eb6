import { tearDown } from './stackSetup';

/** Ends the shared engine of the integration layer. */
export default tearDown;
