#:property PublishAot=false
#:property TreatWarningsAsErrors=false
#:property ManagePackageVersionsCentrally=false
#:property ImportDirectoryPackagesProps=false
#:property ImportDirectoryBuildTargets=false
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

// Usage: ExtractBlazorScript ASSEMBLY OUTPUT: writes the blazor.web.js embedded in ASSEMBLY to OUTPUT.
const string script = "blazor.web.js";
using var assembly = new PEReader(File.OpenRead(args[0]));
var metadata = assembly.GetMetadataReader();
foreach (var handle in metadata.ManifestResources)
{
    var resource = metadata.GetManifestResource(handle);
    var isScript =
        resource.Implementation.IsNil
        && metadata.GetString(resource.Name).EndsWith(script, StringComparison.Ordinal);
    if (!isScript)
    {
        continue;
    }

    var directory = assembly.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
    var reader = assembly.GetSectionData(directory).GetReader();
    reader.Offset = checked((int)resource.Offset);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
    File.WriteAllBytes(args[1], reader.ReadBytes(reader.ReadInt32()));
    return 0;
}

Console.Error.WriteLine($"{script} is not embedded in {args[0]}.");
return 1;
