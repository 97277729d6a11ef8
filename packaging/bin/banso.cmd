@echo off
rem Starts Ban So. Finds a JDK 25 or newer by itself: bundled runtime, JAVA_HOME, PATH, the usual places.
rem More options for the JVM can be given in BANSO_JVM_OPTIONS; BANSO_HOME moves the folder .banso.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul 2>nul

for %%d in ("%~dp0..") do set "APP=%%~fd"
set "FOUND="

call :try "%APP%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%j in (java.exe) do if not "%%~$PATH:j"=="" for %%d in ("%%~dp$PATH:j..") do call :try "%%~fd"
for %%p in ("%ProgramFiles%" "%ProgramW6432%" "%LOCALAPPDATA%\Programs" "%SystemDrive%\Program Files") do (
    for %%v in ("Eclipse Adoptium" "Eclipse Foundation" "Zulu" "Microsoft" "Java" "Amazon Corretto" "BellSoft" "AdoptOpenJDK" "Semeru" "RedHat") do (
        for /d %%d in ("%%~p\%%~v\*") do call :try "%%~fd"
    )
)
for /d %%d in ("%USERPROFILE%\.jdks\*") do call :try "%%~fd"
for /d %%d in ("%SystemDrive%\java\*" "%SystemDrive%\jdk*") do call :try "%%~fd"
if not defined FOUND goto :nojava

rem Short commands start faster with the first compiler alone; long ones earn the second.
set "SPEED=-XX:TieredStopAtLevel=1"
for %%w in (%*) do (
    for %%c in (demo bench receive generate import handover indicators restore) do if /i "%%~w"=="%%c" set "SPEED=-XX:+TieredCompilation"
)

rem What a window loaded once is kept ready beside the settings for its next start.
set "READY="
set "NOTES=%USERPROFILE%\.banso"
if defined BANSO_HOME set "NOTES=%BANSO_HOME%"
if "%~1"=="" set "READY=yes"
if /i "%~1"=="open" set "READY=yes"
if defined READY if not exist "%NOTES%" mkdir "%NOTES%" 2>nul
if defined READY set "SPEED=%SPEED% -Xmx384m -Xms64m -XX:NewSize=24m -XX:MaxNewSize=64m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -XX:SoftRefLRUPolicyMSPerMB=1"
if defined READY set READY=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%NOTES%\start.jsa" -Xlog:disable

set "HOME_OPTION="
if defined BANSO_HOME set HOME_OPTION="-Dbanso.home=%BANSO_HOME%"

"%FOUND%\bin\java.exe" -XX:+SuppressFatalErrorMessage -XX:-CreateCoredumpOnCrash -XX:+UseSerialGC -XX:+UseCompactObjectHeaders %SPEED% -Xshare:auto --enable-native-access=ALL-UNNAMED ^
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Dbanso.sample=%APP%\sample-data" ^
    %READY% %HOME_OPTION% %BANSO_JVM_OPTIONS% -cp "%APP%\lib\*" vn.banso.app.Banso %*
exit /b %ERRORLEVEL%

:nojava
echo Bản Số cần Java 25 trở lên: tải bộ cài miễn phí ở https://adoptium.net, cài đặt rồi mở lại. 1>&2
echo Bản Số needs Java 25 or newer: get it free of charge at https://adoptium.net, install it, then start again. 1>&2
exit /b 1

rem Takes the folder %1 where it holds a Java of version 25 or newer and none was found before.
:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
set "VERSION="
if exist "%~1\release" for /f "usebackq tokens=2 delims==" %%v in (`findstr /b /c:"JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~v"
if not defined VERSION for /f "usebackq tokens=3" %%v in (`call "%~1\bin\java.exe" -version 2^>^&1 ^| findstr /c:"version"`) do set "VERSION=%%~v"
if not defined VERSION exit /b 0
set "FEATURE=0"
for /f "tokens=1 delims=.-+_ " %%f in ("%VERSION%") do set "FEATURE=%%f"
if %FEATURE% GEQ 25 set "FOUND=%~1"
exit /b 0
