# Sourced by run, after postgres.sh: a Chromium for the tests in a browser. It is the one that CHROMIUM_PATH names, else one
# at the usual place, else Debian's, which is installed here.

find_chromium() {
  if [ -n "${CHROMIUM_PATH:-}" ] || [ -x /usr/bin/chromium ]; then return; fi
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
}
