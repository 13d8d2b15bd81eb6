/**
 * The font of documents: open, with the letters of European names, and embedded, so that it reads the same everywhere. Named by its file each time:
 * under two names the library would open the file again with each use.
 */
export const BODY_FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
export const BOLD_FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');
