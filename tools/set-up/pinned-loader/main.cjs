// The pinned Electron runtime comes without the default app that makes `electron FOLDER` work, because it was taken out
// of another program's package. Set-up puts this loader into its resources/app, so that the development runtime starts
// an application folder just as an official Electron does. It is never part of what `npm run package` makes.
'use strict';
const path = require('node:path');
const { app } = require('electron');

const position = process.argv.findIndex((argument, index) => index > 0 && !argument.startsWith('-'));
if (position === -1) {
  process.stderr.write('Usage: electron FOLDER [arguments]\n');
  app.exit(2);
} else {
  const folder = path.resolve(process.argv[position]);
  const description = require(path.join(folder, 'package.json'));
  process.argv.splice(1, position, folder);
  app.setAppPath(folder);
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  require(path.join(folder, description.main));
}
