/** What to do when a package that the program imports is not there; undefined for any other error. */
export function missingPackage(error: unknown): string | undefined {
  const missing =
    error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
  return missing ? `${error.message}\nThe installation is not whole: run npm ci.` : undefined;
}
