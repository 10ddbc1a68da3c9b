#!/bin/bash
# A stand-in for the entry point of the official Flink image: its published arguments and variables, and nothing else.
set -eu
home=/opt/flink
conf=$home/conf/config.yaml
main() { java "${jvm[@]}" -Dlog.file=/dev/stdout -cp "$home/lib/*" "$@"; }
jvm=()
set_value() { sed -i "/^$1:/d" "$conf"; echo "$1: $2" >>"$conf"; }
{
  set_value jobmanager.rpc.address "${JOB_MANAGER_RPC_ADDRESS:-$(hostname -f)}"
  set_value blob.server.port 6124
  set_value query.server.port 6125
  if [[ -n ${FLINK_PROPERTIES:-} ]]; then
    # Blanks removed, variables filled in.
    while IFS= read -r line; do
      line=${line//[[:space:]]/}
      [[ -n $line ]] && set_value "${line%%:*}" "${line#*:}"
    done < <(envsubst <<<"$FLINK_PROPERTIES")
  fi
}
sed -i -E 's/^([^:]+):([^ ])/\1: \2/' "$conf"
# What the official scripts ask Flink itself for: the JVM's arguments for the process, by its configuration.
resources() {
  local lines
  lines=$(java -cp "$home/lib/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$home/conf" --bindir "$home/bin" --libdir "$home/lib" "${@:2}" | sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p')
  read -r -a jvm <<<"$(sed -n 1p <<<"$lines")"
  read -r -a dynamic <<<"$(sed -n 2p <<<"$lines")"
}
opens=(--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED --add-opens=java.base/java.net=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.lang.reflect=ALL-UNNAMED --add-opens=java.base/java.text=ALL-UNNAMED --add-opens=java.base/java.time=ALL-UNNAMED --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED --add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED)
export FLINK_CONF_DIR=$home/conf FLINK_LIB_DIR=$home/lib FLINK_PLUGINS_DIR=$home/plugins
start() { exec java "${jvm[@]}" "${opens[@]}" -Dlog4j.configurationFile="file:$home/conf/log4j-console.properties" -cp "$home/lib/*${extra:+:$extra}" "$@"; }
case ${1:-help} in
  jobmanager)
    shift
    resources GET_JM_RESOURCE_PARAMS
    start org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint --configDir "$home/conf" --executionMode cluster "${dynamic[@]}" "$@"
    ;;
  standalone-job)
    shift
    resources GET_JM_RESOURCE_PARAMS
    extra="$home/usrlib/*"
    start org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint --configDir "$home/conf" "${dynamic[@]}" "$@"
    ;;
  taskmanager)
    shift
    resources GET_TM_RESOURCE_PARAMS
    start org.apache.flink.runtime.taskexecutor.TaskManagerRunner --configDir "$home/conf" "${dynamic[@]}" "$@"
    ;;
  help)
    echo "Usage: $(basename "$0") (jobmanager|standalone-job|taskmanager|history-server)"
    ;;
  *) exec "$@" ;;
esac
