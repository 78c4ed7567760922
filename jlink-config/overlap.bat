@echo off
rem Starts Overlap with the runtime beside it, and with the cache for a quick start if there is one.
set "OVERLAP_CACHE="
if exist "%~dp0..\lib\overlap.aot" set OVERLAP_CACHE="-XX:AOTCache=%~dp0..\lib\overlap.aot"
"%~dp0java.exe" %OVERLAP_CACHE% --module dev.overlap/dev.overlap.Main %*
exit /b %ERRORLEVEL%
