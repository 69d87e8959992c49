/**
 * Whether what npm installed (its own record in node_modules) is what the lockfile asks for.
 * npm writes the record last, so an install cut off half-way has none. Packages for other systems are
 * in the lockfile only.
 */
export function isInstalled(lockfile, record) {
  if (!lockfile?.packages || !record?.packages) return false;
  const wanted = Object.entries(lockfile.packages).filter(([path]) => path !== '');
  const installed = record.packages;
  for (const [path, entry] of wanted) {
    const found = installed[path];
    if (!found && (entry.optional || entry.devOptional)) continue;
    if (found?.version !== entry.version || found?.integrity !== entry.integrity) return false;
  }
  return Object.keys(installed).every((path) => path in lockfile.packages);
}

/** True for a Node that the packages run on: 20.19 and everything later. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}
