#!/usr/bin/env bash
# Proves what the README promises: from a fresh clone each of its two commands does all the set-up by itself.
# As root and as an ordinary user (when run as root; else as whoever runs it), in a folder with a space and an accent,
# on the machine's own Node and an empty npm cache, and a second time without the network.
#
#   npm run prove:setup [-- words for the tests, for example src/store]     about ten minutes
#   PROVE_COMMANDS=start PROVE_USER=www-data npm run prove:setup           one of the commands; another ordinary user
#   CHROMIUM_PATH=npm npm run prove:setup                                  with the browser from npm, whatever the machine has
set -euo pipefail
cd "$(dirname "$0")/.."

source_folder=$PWD
# PostgreSQL wants a user that the system knows by name; this one every Debian has.
ordinary=$(id -u "${PROVE_USER:-www-data}")
port=8971
commands=${PROVE_COMMANDS:-start test}
words=("$@")
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT

# A fresh shell's path: without what npm puts in front of it.
fresh_path=$(tr ':' '\n' <<<"$PATH" | grep -v node_modules | paste -sd:)

main() {
  if [ "$(id -u)" = 0 ]; then
    prove root 0
    prove ordinary "$ordinary"
  else
    prove "$(id -un)" "$(id -u)"
  fi
  echo "proved"
}

# prove <name> <uid>: each command in a clone of its own, then once more without the network.
prove() {
  local name=$1 uid=$2 command folder
  for command in $commands; do
    folder="$work/$name-$command/dossier été"
    clone "$folder" "$uid"
    say "$name: npm $command, first time"
    "prove_$command" "$folder" "$uid" online
    say "$name: npm $command, second time, without the network"
    "prove_$command" "$folder" "$uid" offline
  done
}

clone() {
  local folder=$1 uid=$2
  mkdir -p "$folder"
  git clone --quiet "$source_folder" "$folder"
  mkdir -p "$folder/../home"
  [ "$(id -u)" != 0 ] || chown -R "$uid:$uid" "$folder/.."
}

prove_start() {
  local folder=$1 uid=$2 network=$3 log="$1/../start.log" page status=0
  # The page is asked for from inside the same network, which offline is the command's own.
  as "$folder" "$uid" "$network" bash -c '
    PORT=$0 npm start >"$1" 2>&1 & started=$!
    for second in $(seq 240); do grep -q "Comity is ready" "$1" && break; kill -0 $started || exit 3; sleep 0.5; done
    node -e "fetch(process.argv[1]).then(async (answer) => { const page = await answer.text(); if (!answer.ok || !page.includes(\"<h1\")) process.exit(4) })" "http://127.0.0.1:$0/" || exit 4
    kill -TERM $started
    for tick in $(seq 60); do grep -q "^Stopped" "$1" && exit 0; sleep 0.5; done
    exit 5
  ' "$port" "$log" || status=$?
  sleep 1
  if [ "$status" != 0 ] || pgrep -f "$folder/.comity/database" >/dev/null; then
    cat "$log"
    fail "npm start: status $status (3 never ready, 4 no page, 5 no clean stop; 0 a server left behind)"
  fi
  grep -E 'ready|Data|Public' "$log"
}

prove_test() {
  local folder=$1 uid=$2 network=$3 log="$1/../test.log" last
  as "$folder" "$uid" "$network" npm test -- "${words[@]}" >"$log" 2>&1 || true
  last=$(tail -n 1 "$log")
  echo "$last"
  [[ "$last" =~ ^[0-9]+\ passed,\ 0\ failed$ ]] || { tail -n 80 "$log"; fail "npm test"; }
}

# as <folder> <uid> <online|offline> command…: with a home folder and an npm cache of its own.
as() {
  local folder=$1 uid=$2 network=$3 before=()
  shift 3
  if [ "$(id -u)" = 0 ]; then
    [ "$network" = online ] || before+=(unshare --net bash -c 'ip link set lo up && exec "$@"' bash)
    [ "$uid" = 0 ] || before+=(setpriv --reuid "$uid" --regid "$uid" --clear-groups)
  elif [ "$network" = offline ]; then
    before+=(env npm_config_registry=http://127.0.0.1:9/ http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9)
  fi
  # What an outer npm sets must not leak in; certificates and proxies of the machine may.
  (cd "$folder" && env -i PATH="$fresh_path" HOME="$folder/../home" LANG="${LANG:-C.UTF-8}" TERM=dumb \
    ${CHROMIUM_PATH:+CHROMIUM_PATH="$CHROMIUM_PATH"} \
    ${NODE_EXTRA_CA_CERTS:+NODE_EXTRA_CA_CERTS="$NODE_EXTRA_CA_CERTS"} ${HTTPS_PROXY:+HTTPS_PROXY="$HTTPS_PROXY"} ${https_proxy:+https_proxy="$https_proxy"} \
    ${before[@]+"${before[@]}"} "$@")
}

say() { echo "— $*"; }
fail() { echo "NOT proved: $*"; exit 1; }

main
