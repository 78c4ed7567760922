@echo off
rem Starts Overlap with the runtime beside it.
"%~dp0java.exe" --module dev.overlap/dev.overlap.Main %*
exit /b %ERRORLEVEL%
