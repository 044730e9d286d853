// Draft.js was written for bundlers that give pages Node's `global`.
Object.assign(globalThis, { global: globalThis });
