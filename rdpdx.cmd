@echo off
rem Starts rdpdx. It never builds; in a checkout run "mvn package" first.
setlocal
set "RDPDX_HOME=%~dp0"
set "RDPDX_JAR=%RDPDX_HOME%rdpdx-cli.jar"
if not exist "%RDPDX_JAR%" set "RDPDX_JAR=%RDPDX_HOME%target\rdpdx-cli.jar"
if not exist "%RDPDX_JAR%" (
  echo rdpdx: rdpdx-cli.jar is missing; unpack the whole zip into one folder, or run "mvn package" 1>&2
  exit /b 2
)
set "RDPDX_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "RDPDX_JAVA=%JAVA_HOME%\bin\java.exe"
"%RDPDX_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%RDPDX_JAR%" %*
exit /b %ERRORLEVEL%
