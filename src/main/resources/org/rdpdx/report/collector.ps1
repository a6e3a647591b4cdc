param(
    [string] $Case,             # ticket or case number, the same in all files of one case
    [string] $Out,              # the one file to write; without it the facts are printed
    [string] $RemoteHost,       # name or address of the other machines, as far as they are to be asked for
    [string] $RemoteClient,
    [string] $Gateway,
    [string] $Broker,
    [string] $LicenseServer,
    [string] $DomainController,
    [string] $RdpFile,          # the .rdp file that is used
    [int] $Days = 7             # how far back logs are searched
)
# <<settings>>

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$begun = [DateTime]::UtcNow
$invariant = [Globalization.CultureInfo]::InvariantCulture
$me = [Security.Principal.WindowsIdentity]::GetCurrent()
$elevated = (New-Object Security.Principal.WindowsPrincipal -ArgumentList $me).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
$facts = New-Object Collections.Specialized.OrderedDictionary
$lists = @{}
$unread = New-Object Collections.ArrayList
$targets = @{
    'client' = $RemoteClient; 'host' = $RemoteHost; 'gateway' = $Gateway; 'broker' = $Broker
    'license-server' = $LicenseServer; 'domain-controller' = $DomainController
}
if ($role) { $targets[$role] = 'localhost' }

# ---- values as YAML: plain ASCII, every text in double quotes

function ConvertTo-TimeText([DateTime] $time) {
    $time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss', $invariant) + 'Z'
}

function ConvertTo-Quoted([string] $text) {
    $quoted = New-Object Text.StringBuilder
    foreach ($character in $text.ToCharArray()) {
        $code = [int] $character
        if ($code -eq 34 -or $code -eq 92) {
            [void] $quoted.Append('\').Append($character)
        } elseif ($code -lt 32 -or $code -gt 126) {
            [void] $quoted.Append('\u').Append($code.ToString('X4', $invariant))
        } else {
            [void] $quoted.Append($character)
        }
    }
    '"' + $quoted.ToString() + '"'
}

function ConvertTo-Scalar($value) {
    if ($value -is [bool]) {
        if ($value) { 'true' } else { 'false' }
    } elseif ($value -is [DateTime]) {
        ConvertTo-TimeText $value
    } elseif ($value -is [double]) {
        $value.ToString('0.###', $invariant)
    } elseif ($value -is [ValueType]) {
        ([long] $value).ToString($invariant)
    } else {
        ConvertTo-Quoted ([string] $value)
    }
}

function ConvertTo-Value($value) {
    if ($value -is [Array]) {
        $items = @($value | ForEach-Object { ConvertTo-Scalar $_ })
        if ($items.Count -eq 0) { '[]' } else { '[ ' + ($items -join ', ') + ' ]' }
    } else {
        ConvertTo-Scalar $value
    }
}

# ---- what was found, what is not there, what could not be read

function Test-Said($value) {
    if ($null -eq $value) { return $false }
    -not ($value -is [string] -and $value.Trim() -eq '')
}

# Why something could not be read, by types and numbers: texts of errors are in the language of the machine.
function Get-Reason($problem) {
    $cause = $problem.Exception
    while ($null -ne $cause) {
        if ($cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]) { return 'access-denied' }
        if ($cause -is [Management.Automation.CommandNotFoundException]) { return 'no-tool' }
        if ($cause -is [TimeoutException]) { return 'timed-out' }
        if ($cause -is [Net.Sockets.SocketException]) {
            if ($cause.ErrorCode -eq 10060) { return 'timed-out' }
            return 'machine-unreachable'
        }
        # E_ACCESSDENIED, WBEM_E_ACCESS_DENIED, NTE_PERM
        if (0x80070005, 0x80041003, 0x80090010 -contains $cause.HResult) { return 'access-denied' }
        if ($cause -is [Microsoft.Management.Infrastructure.CimException] -and [int] $cause.NativeErrorCode -eq 2) { return 'access-denied' }
        $cause = $cause.InnerException
    }
    'not-supported'
}

function Get-Path([string] $kind, [string[]] $identity, $said) {
    $which = @($identity | Where-Object { Test-Said $said[$_] } | ForEach-Object { [string] $said[$_] })
    $path = $here + '.' + $kind
    if ($which.Count -gt 0 -and $which.Count -eq @($identity).Count) { $path += '[' + ($which -join ',') + ']' }
    $path
}

function Add-Unread([string] $path, [string[]] $properties, $problem) {
    $code = $problem.Exception.HResult.ToString('X8', $invariant)
    $line = ', because: ' + (Get-Reason $problem) + ' } # ' + $problem.Exception.GetType().Name + ' 0x' + $code
    if (-not $properties) {
        [void] $unread.Add('{ fact: ' + (ConvertTo-Quoted $path) + $line)
    }
    foreach ($property in $properties) {
        [void] $unread.Add('{ fact: ' + (ConvertTo-Quoted ($path + '.' + $property)) + $line)
    }
}

function Add-Fact([string] $kind, [string[]] $identity, [bool] $repeatable, [string] $way, $said) {
    $entry = New-Object Collections.Specialized.OrderedDictionary
    foreach ($name in $said.Keys) {
        $value = $said[$name]
        if ($value -is [Management.Automation.ErrorRecord]) {
            Add-Unread (Get-Path $kind $identity $said) $name $value
        } elseif (Test-Said $value) {
            $entry[$name] = $value
        }
    }
    if ($entry.Count -eq 0) { return }
    if (-not $facts.Contains($kind)) {
        $facts[$kind] = New-Object Collections.ArrayList
        $lists[$kind] = @($identity).Count -gt 0
    }
    if (-not $repeatable) {
        foreach ($known in $facts[$kind]) {
            $same = $true
            foreach ($name in $identity) { $same = $same -and $known.Entry[$name] -eq $entry[$name] }
            if (-not $same) { continue }
            if ($known.Entry['present'] -eq $false -or $entry['present'] -eq $false) { return }
            foreach ($name in @($entry.Keys)) {
                if (-not $known.Entry.Contains($name)) { $known.Entry[$name] = $entry[$name] }
            }
            if ($known.Ways -notcontains $way) { $known.Ways += $way }
            return
        }
    }
    [void] $facts[$kind].Add(@{ Entry = $entry; Ways = @($way); At = [DateTime]::UtcNow })
}

# Runs a block once for each thing; what it gives are facts, what it throws is why they could not be read.
function Read-Fact([string] $Kind, [string] $Way, [string[]] $Identity = @(), [string[]] $Gives = @(), [hashtable[]] $Things = @(@{}), [switch] $Repeatable, [scriptblock] $Block) {
    foreach ($thing in $Things) {
        try {
            foreach ($said in @(& $Block $thing)) {
                if ($said -is [Collections.IDictionary]) { Add-Fact $Kind $Identity $Repeatable $Way $said }
            }
        } catch {
            Add-Unread (Get-Path $Kind $Identity $thing) $Gives $_
        }
    }
}

# ---- what several blocks read

# The data of a registry value; nothing if it is not there. A 32-bit PowerShell sees the same as others.
function Get-RegistryValue([string] $path, [string] $name) {
    $key = Open-RegistryKey $path
    if ($null -ne $key) { $key.GetValue($name) }
}

function Open-RegistryKey([string] $path) {
    $hive, $below = $path -split '\\', 2
    $hives = @{ 'HKLM' = [Microsoft.Win32.RegistryHive]::LocalMachine; 'HKCU' = [Microsoft.Win32.RegistryHive]::CurrentUser }
    [Microsoft.Win32.RegistryKey]::OpenBaseKey($hives[$hive], [Microsoft.Win32.RegistryView]::Registry64).OpenSubKey($below)
}

# What a policy says goes before what is set on the machine: the number, and who set it.
function Get-Setting([string] $name, [string] $local) {
    $number = Get-RegistryValue 'HKLM\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' $name
    if ($null -ne $number) { return @{ Number = $number; SetBy = 'policy' } }
    $number = Get-RegistryValue $local $name
    if ($null -ne $number) { return @{ Number = $number; SetBy = 'local' } }
    @{}
}

# The word for a number; nothing for a number that has none.
function Get-Word([hashtable] $words, $number) {
    if ($null -ne $number) { $words[[int] $number] }
}

function Get-Build {
    [int] (Get-RegistryValue 'HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber')
}

function Get-RdpPort {
    $port = Get-RegistryValue 'HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp' 'PortNumber'
    if ($null -eq $port) { 3389 } else { [int] $port }
}

# The certificate of the listener: the one that is set, else the one that Windows made by itself.
function Get-ListenerCertificate {
    $listener = 'HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp'
    $found = @{ Binding = $null; Thumbprint = $null; Certificate = $null }
    try {
        $setting = Get-CimInstance -Namespace root/cimv2/TerminalServices -ClassName Win32_TSGeneralSetting -Filter "TerminalName='RDP-Tcp'"
        $found.Binding = Get-Word @{ 0 = 'invalid'; 1 = 'default'; 2 = 'policy'; 3 = 'custom' } $setting.SSLCertificateSHA1HashType
        $found.Thumbprint = $setting.SSLCertificateSHA1Hash
    } catch {
        # only administrators may ask for that; the values below can be read by everybody
        foreach ($name in 'SSLCertificateSHA1Hash', 'TemplateCertificate', 'SelfSignedCertificate') {
            $bytes = Get-RegistryValue $listener $name
            if ($null -ne $bytes -and $null -eq $found.Thumbprint) {
                $found.Thumbprint = [BitConverter]::ToString([byte[]] $bytes).Replace('-', '')
            }
        }
        if ($null -eq $found.Thumbprint) { throw }
    }
    if ($found.Thumbprint -notmatch '^[0-9A-Fa-f]{40}$' -or $found.Thumbprint -match '^0+$') { $found.Thumbprint = $null }
    if ($null -ne $found.Thumbprint) {
        $found.Certificate = Get-ChildItem -Path 'Cert:\LocalMachine\Remote Desktop', 'Cert:\LocalMachine\My' -ErrorAction SilentlyContinue |
            Where-Object { $_.Thumbprint -eq $found.Thumbprint } | Select-Object -First 1
    }
    $found
}

# Whether access rules let one of these SIDs do all of that; what is denied goes first.
function Test-Access($rules, [string[]] $sids, [int] $mask) {
    $allowed = 0
    foreach ($rule in $rules) {
        if ($sids -notcontains $rule.IdentityReference.Value) { continue }
        $rights = Get-Rights $rule
        if ([int] $rule.AccessControlType -eq 1) {
            if (($rights -band $mask) -ne 0) { return $false }
        } else {
            $allowed = $allowed -bor $rights
        }
    }
    ($allowed -band $mask) -eq $mask
}

# The rights of a rule as a number, generic ones written out.
function Get-Rights($rule) {
    $rights = if ($null -ne $rule.FileSystemRights) { [int] $rule.FileSystemRights } else { [int] $rule.RegistryRights }
    if (($rights -band 0x10000000) -ne 0) { $rights = $rights -bor 0x1F01FF }
    if ($rights -lt 0) { $rights = $rights -bor 0x120089 }
    $rights
}

# Where a TCP connection leads: open, refused, timed-out, reset or unreachable.
function Test-Port([string] $target, [int] $port) {
    $client = New-Object Net.Sockets.TcpClient
    try {
        $answer = $client.BeginConnect($target, $port, $null, $null)
        if (-not $answer.AsyncWaitHandle.WaitOne(3000)) { return 'timed-out' }
        $client.EndConnect($answer)
        'open'
    } catch {
        $cause = $_.Exception.GetBaseException()
        $word = Get-Word @{ 10061 = 'refused'; 10054 = 'reset'; 10060 = 'timed-out'; 10051 = 'unreachable'; 10065 = 'unreachable' } $cause.ErrorCode
        if ($null -eq $word) { throw }
        $word
    } finally {
        $client.Close()
    }
}

# ---- the facts

# <<facts>>

# ---- the file

$lines = New-Object Text.StringBuilder
function Add-Line([string] $line) {
    [void] $lines.Append($line).Append("`n")
}
if (Test-Said $Case) { Add-Line ('case: ' + (ConvertTo-Quoted $Case)) }
Add-Line ('observedAt: ' + (ConvertTo-TimeText $begun))
Add-Line ($here + ':')
Add-Line ('  collected: ' + (ConvertTo-Quoted ($collector + $(if ($elevated) { ', elevated' } else { ', not elevated' }))))
foreach ($kind in $facts.Keys) {
    Add-Line ('  ' + $kind + ':')
    foreach ($fact in $facts[$kind]) {
        $front = if ($lists[$kind]) { '    - ' } else { '    ' }
        $command = ConvertTo-Quoted ('facts.ps1 ' + $kind + ' ' + ($fact.Ways -join '+'))
        Add-Line ($front + 'source: { at: ' + (ConvertTo-TimeText $fact.At) + ', command: ' + $command + ', how: measured }')
        foreach ($name in $fact.Entry.Keys) {
            Add-Line ((' ' * $front.Length) + $name + ': ' + (ConvertTo-Value $fact.Entry[$name]))
        }
    }
}
if ($unread.Count -gt 0) {
    Add-Line 'unread:'
    foreach ($line in $unread) { Add-Line ('  - ' + $line) }
}
if (Test-Said $Out) {
    [IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Out), $lines.ToString())
} else {
    $lines.ToString()
}
