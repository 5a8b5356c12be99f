/** Version of the package, part of every decision's basis; kept equal to package.json by a test. */
export const VERSION = '0.1.0'
