/** About the dossiers that are loaded. */
export const dossierTexts = {
  "dossier.unknown": "No dossier is called {asked}.",
  "dossier.loaded": "Loaded: {names}.",
} as const;
