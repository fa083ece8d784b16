# Sourced by run: a PostgreSQL for the tests of the store. It is the one that TEST_DATABASE_URL names, else one that
# answers at the usual place, else one that is started here, in a folder of its own, and stopped at the end.

USUAL=postgres://postgres@127.0.0.1:5432/test

# Sets TEST_DATABASE_URL.
find_postgres() {
  if [ -n "${TEST_DATABASE_URL:-}" ]; then
    return
  elif answers "$USUAL"; then
    TEST_DATABASE_URL=$USUAL
  else
    install_postgres
    start_postgres
  fi
}

answers() {
  node_modules/.bin/node -e '
    const client = new (require("pg").Client)({ connectionString: process.argv[1], connectionTimeoutMillis: 5000 });
    client.connect().then(() => client.end(), () => process.exit(1));
  ' "$1"
}

install_postgres() {
  if [ -n "$(postgres_programs)" ]; then return; fi
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql
}

# The folder of the newest initdb and pg_ctl: Debian keeps them off the path.
postgres_programs() {
  find /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo /nowhere/initdb)")" \
    -maxdepth 1 -name pg_ctl -printf '%h\n' 2>/dev/null | sort -V | tail -1
}

start_postgres() {
  local programs port
  programs=$(postgres_programs)
  POSTGRES_FOLDER=$(mktemp -d)
  port=$(node_modules/.bin/node -p 'require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); }) && ""' | head -1)
  # The server refuses to run as root.
  if [ "$(id -u)" = 0 ]; then chown postgres "$POSTGRES_FOLDER"; fi
  as_postgres "$programs/initdb" -D "$POSTGRES_FOLDER/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres "$programs/pg_ctl" -D "$POSTGRES_FOLDER/data" -l "$POSTGRES_FOLDER/log" -w \
    -o "-p $port -k $POSTGRES_FOLDER -c listen_addresses=127.0.0.1" start >/dev/null
  trap 'as_postgres "$(postgres_programs)/pg_ctl" -D "$POSTGRES_FOLDER/data" -m fast stop >/dev/null; rm -rf "$POSTGRES_FOLDER"' EXIT
  TEST_DATABASE_URL=postgres://postgres@127.0.0.1:$port/postgres
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
