import fc from 'fast-check';

// The same random values in each run, so that a result can be compared with the one before.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_326 });
