@echo off
rem Starts Epsilon Lab: the window without arguments, a command with them. JAVA_HOME and JAVA_OPTS are honoured.
setlocal
set "HERE=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -Xmx2g -XX:+UseSerialGC -Xshare:auto --module-path "%HERE%\javafx" --add-modules javafx.controls %JAVA_OPTS% -cp "%HERE%\lib\*" epsilonlab.Main %*
exit /b %ERRORLEVEL%
