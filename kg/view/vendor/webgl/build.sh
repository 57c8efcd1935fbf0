#!/bin/sh
# Rebuild webgl.min.js from entry.mjs and the versions in package-lock.json. Then put its SHA-256 into ../README.md.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts
node node_modules/esbuild/install.js
node_modules/.bin/esbuild entry.mjs --bundle --minify --format=iife --target=es2020 --legal-comments=none --outfile=webgl.min.js
sha256sum webgl.min.js
rm -rf node_modules
