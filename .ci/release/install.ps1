# Installs qun for this user on Windows: takes the archive, verifies its checksum, unpacks it.
#
#   ./install.ps1 [-To FOLDER] [-From ADDRESS-OR-FOLDER]
param(
    [string]$From = "@ADDRESS@",
    [string]$To = (Join-Path $env:LOCALAPPDATA "Programs\qun")
)
$ErrorActionPreference = "Stop"
$name = "qun-x86_64-pc-windows-msvc"
$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $work | Out-Null
try {
    foreach ($file in "$name.zip", "SHA256SUMS") {
        if ($From -like "https://*") {
            Invoke-WebRequest -UseBasicParsing "$From/$file" -OutFile (Join-Path $work $file)
        } else {
            Copy-Item (Join-Path $From $file) $work
        }
    }
    $line = Get-Content (Join-Path $work "SHA256SUMS") | Where-Object { $_ -match " \*?$([regex]::Escape("$name.zip"))$" } | Select-Object -First 1
    if (-not $line) { throw "SHA256SUMS does not list $name.zip" }
    $wanted = ($line -split " ")[0].ToLower()
    $found = (Get-FileHash (Join-Path $work "$name.zip") -Algorithm SHA256).Hash.ToLower()
    if ($wanted -ne $found) { throw "the checksum of $name.zip is wrong; nothing was installed" }
    Expand-Archive (Join-Path $work "$name.zip") $work
    New-Item -ItemType Directory -Force $To | Out-Null
    Copy-Item -Force (Join-Path $work "$name\qun.exe") $To
    Write-Output "installed: $(Join-Path $To "qun.exe")"
    if (";$env:Path;" -notlike "*;$To;*") { Write-Output "add it to your PATH: $To" }
} finally {
    Remove-Item -Recurse -Force $work
}
